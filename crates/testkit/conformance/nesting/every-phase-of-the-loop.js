// The example goes through all phases, one after the other.
'use strict';

require('../../../../examples/phases.js');
