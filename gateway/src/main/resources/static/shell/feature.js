// The shell adds its words; what it draws is the frame around all pages.
import { addFeature } from '../shared/features.js';
import { words } from './words.js';

addFeature({ words });
