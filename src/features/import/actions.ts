'use server';
import { userAction } from '@/lib/request/action';
import { importChanges, importReference, importRereading } from './import-settings';
import * as mutations from './server/import-mutations';
import { workOff } from './server/job-mutations';
import * as undo from './server/undo-mutations';

const afterwards = {
	afterwards: (userId: Parameters<typeof workOff>[0], { id }: { id: string }) => void workOff(userId, id),
};

export const changeImport = userAction('Change import', importRereading, mutations.changeImport);
export const checkImport = userAction('Check import', importChanges, mutations.beginCheck, afterwards);
export const runImport = userAction('Run import', importReference, mutations.beginRun, afterwards);
export const removeImport = userAction('Remove import', importReference, mutations.removeImport, { isLong: true });
export const undoImport = userAction('Undo import', importReference, undo.undoImport, { isLong: true });
