import './throws_FIXTURE.js';
import './side-effect_FIXTURE.js';
