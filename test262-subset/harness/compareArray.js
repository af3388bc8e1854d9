// assert.compareArray is part of assert.js; the file exists because tests name it.
