'use server';
import { userAction } from '@/lib/request/action';
import { loadSampleDataForm, removeSampleDataForm, sampleDataLabel } from './schema';
import { loadSampleData as load } from './server/sample-data-mutations';
import { removeSampleData as remove } from './server/sample-data-removal-mutations';

export const loadSampleData = userAction(sampleDataLabel, loadSampleDataForm, load);
export const removeSampleData = userAction('Remove sample data', removeSampleDataForm, remove, { isLong: true });
