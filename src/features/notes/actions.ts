'use server';
import { userAction } from '@/lib/request/action';
import { boxChange, noteChange, noteDraftReference } from './schema';
import * as drafts from './server/note-draft-mutations';
import * as notes from './server/note-mutations';
import * as boxes from './server/text-box-mutations';

export const changeBox = userAction('Change checkbox', boxChange, boxes.changeBox);
export const saveNotes = userAction('Edit notes', noteChange, notes.saveNotes);
export const discardNoteDraft = userAction('Discard draft', noteDraftReference, drafts.discardNoteDraft);
