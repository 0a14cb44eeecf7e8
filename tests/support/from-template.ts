import { inject } from 'vitest';
import { startFromTemplate } from './app-server.ts';

startFromTemplate(inject('templateData'));
