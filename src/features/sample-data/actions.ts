'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { loadSampleDataForm, removeSampleDataForm, sampleDataLabel } from './schema';

export const loadSampleData = userAction(sampleDataLabel, loadSampleDataForm, mutations.loadSampleData);
export const removeSampleData = userAction('Remove sample data', removeSampleDataForm, mutations.removeSampleData);
