'use server';

import { userAction } from '@/lib/request/action';
import {
	customFieldReference,
	fieldArchived,
	fieldChanges,
	fieldMove,
	fieldSetting,
	fieldShown,
	newCustomField,
	newFieldOfRecord,
	presetAsked,
	typeChange,
} from './schema';
import * as types from './server/change-type-mutations';
import * as mutations from './server/field-mutations';
import * as ofRecord from './server/field-of-record-mutations';
import * as ready from './server/preset-mutations';
import * as setting from './server/set-field-mutations';

export const createField = userAction('Create field', newCustomField, mutations.createField);
export const createFieldOfRecord = userAction('Create field', newFieldOfRecord, ofRecord.createFieldOfRecord);
export const addReadyMadeField = userAction('Add ready-made field', presetAsked, ready.addReadyMadeField);
export const editField = userAction('Edit field', fieldChanges, mutations.editField, { isLong: true });
export const showField = userAction('Edit field', fieldShown, mutations.showField);
export const moveField = userAction('Move field', fieldMove, mutations.moveField);
export const archiveField = userAction('Archive field', fieldArchived, mutations.archiveField);
export const changeFieldType = userAction('Change type of field', typeChange, types.changeFieldType, { isLong: true });
export const deleteField = userAction('Delete field', customFieldReference, mutations.deleteField, { isLong: true });
export const setField = userAction('Set a field', fieldSetting, setting.setField, { isLong: true });
