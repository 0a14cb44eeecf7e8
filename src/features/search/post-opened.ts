import 'server-only';
import { userPost } from '@/lib/request/post';
import { openedRecord } from './schema';
import { keepOpened } from './server/opened-mutations';

/** Keeps that a record was opened. */
export const postOpened = userPost(openedRecord, keepOpened);
