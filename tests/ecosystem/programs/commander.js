'use strict';
const { program } = require('commander');

program.name('strings').description('splits and joins').version('1.2.3');
program.command('split <text>')
  .description('splits a text')
  .option('-s, --separator <char>', 'what to split at', ' ')
  .action((text, options) => console.log(text.split(options.separator)));
program.command('join <words...>').description('joins words').action((words) => console.log(words.join(' ')));
program.parse();
