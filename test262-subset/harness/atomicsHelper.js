// Agents: waiting for their reports without blocking the event loop.

$262.agent.getReportAsync = async function() {
  for (;;) {
    var report = $262.agent.getReport();
    if (report !== null) return report;
    await new Promise(function(resolve) { setTimeout(resolve, 1); });
  }
};

$262.agent.getReportBlocking = function() {
  for (;;) {
    var report = $262.agent.getReport();
    if (report !== null) return report;
    $262.agent.sleep(1);
  }
};
