'use server';
import { userAction } from '@/lib/action';
import { workOff } from './job-mutations';
import * as mutations from './mutations';
import { importChanges, importReference, importRereading } from './settings';
import * as undo from './undo-mutations';

const afterwards = {
	afterwards: (userId: Parameters<typeof workOff>[0], { id }: { id: string }) => void workOff(userId, id),
};

export const changeImport = userAction('Change import', importRereading, mutations.changeImport);
export const checkImport = userAction('Check import', importChanges, mutations.beginCheck, afterwards);
export const runImport = userAction('Run import', importReference, mutations.beginRun, afterwards);
export const removeImport = userAction('Remove import', importReference, mutations.removeImport, { isLong: true });
export const undoImport = userAction('Undo import', importReference, undo.undoImport, { isLong: true });
