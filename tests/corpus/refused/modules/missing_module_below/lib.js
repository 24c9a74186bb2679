import { x } from './nowhere';
