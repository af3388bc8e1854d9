import './side-effect_FIXTURE.js';
import { absent } from './names_FIXTURE.js';
