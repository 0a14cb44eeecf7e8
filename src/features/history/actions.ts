'use server';
import { userAction } from '@/lib/request/action';
import { changeSetReference, keptHistoryForm } from './schema';
import * as mutations from './server/history-mutations';
import * as keptMutations from './server/kept-history-mutations';

export const keepHistory = userAction('Change history', keptHistoryForm, keptMutations.keepHistory);
export const undoChangeSet = userAction('Undo', changeSetReference, mutations.undoChangeSet, { isLong: true });
