'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { changeSetReference } from './schema';

export const undoChangeSet = userAction('Undo', changeSetReference, mutations.undoChangeSet, { isLong: true });
