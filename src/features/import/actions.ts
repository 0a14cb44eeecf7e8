'use server';
import { userAction } from '@/lib/request/action';
import { importChanges, importDecision, importEdit, importReference, importRereading } from './import-settings';
import * as correcting from './server/correcting-mutations';
import * as mutations from './server/import-mutations';
import { workOff } from './server/job-mutations';
import * as undo from './server/undo-mutations';

const afterwards = {
	afterwards: (userId: Parameters<typeof workOff>[0], { id }: { id: string }) => void workOff(userId, id),
};

/** A small file is checked so soon that the page can wait for it, in milliseconds. */
const shortCheck = 2_500;
const corrected = {
	afterwards: async (
		userId: Parameters<typeof workOff>[0],
		{ id, isChecking }: { id: string; isChecking: boolean },
	) => {
		if (!isChecking) return;
		await Promise.race([workOff(userId, id), new Promise((resolve) => setTimeout(resolve, shortCheck))]);
	},
};

export const changeImport = userAction('Change import', importRereading, mutations.changeImport);
export const checkImport = userAction('Check import', importChanges, mutations.checkMapped, afterwards);
export const editImportRow = userAction('Edit import', importEdit, correcting.editImportRow, corrected);
export const decideImport = userAction('Change import', importDecision, correcting.decideImport, corrected);
export const runImport = userAction('Run import', importReference, mutations.beginRun, afterwards);
export const removeImport = userAction('Remove import', importReference, mutations.removeImport, { isLong: true });
export const undoImport = userAction('Undo import', importReference, undo.undoImport, { isLong: true });
