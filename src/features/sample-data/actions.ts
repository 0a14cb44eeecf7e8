'use server';
import { userAction } from '@/lib/action';
import { loadSampleData as load } from './mutations';
import { removeSampleData as remove } from './removal-mutations';
import { loadSampleDataForm, removeSampleDataForm, sampleDataLabel } from './schema';

export const loadSampleData = userAction(sampleDataLabel, loadSampleDataForm, load);
export const removeSampleData = userAction('Remove sample data', removeSampleDataForm, remove, { isLong: true });
