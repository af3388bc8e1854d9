'use strict';
const Handlebars = require('handlebars');

Handlebars.registerHelper('loud', (text) => text.toUpperCase());
Handlebars.registerPartial('item', '<li>{{loud name}}{{#if price}}: {{price}}{{/if}}</li>\n');
const template = Handlebars.compile('<ul>\n{{#each items}}  {{> item}}{{else}}nothing{{/each}}</ul>\n{{{raw}}}{{escaped}}');
console.log(template({
  items: [{ name: 'tea', price: 2 }, { name: 'water' }],
  raw: '<b>raw</b>',
  escaped: '<b>escaped</b>',
}));
console.log(Handlebars.precompile('{{a}} {{b.c}}'));
