'use server';
import { userAction } from '@/lib/request/action';
import { changeSetReference } from './schema';
import * as mutations from './server/history-mutations';

export const undoChangeSet = userAction('Undo', changeSetReference, mutations.undoChangeSet, { isLong: true });
