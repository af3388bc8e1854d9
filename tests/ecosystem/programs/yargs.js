'use strict';
require('yargs')(process.argv.slice(2))
  .scriptName('greeter')
  .usage('$0 <command>')
  .command('greet', 'greets somebody', (yargs) => yargs
    .option('name', { type: 'string', demandOption: true, describe: 'whom' })
    .option('v', { count: true, describe: 'how loud' }),
           (argv) => console.log(`Hello ${argv.name}${'!'.repeat(argv.v)}`, argv))
  .demandCommand(1)
  .strict()
  .parse();
