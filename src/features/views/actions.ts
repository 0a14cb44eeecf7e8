'use server';
import { userAction } from '@/lib/request/action';
import { newView, viewDefault, viewMove, viewName, viewQuery, viewReference } from './schema';
import * as mutations from './server/view-mutations';

export const saveView = userAction('Save view', newView, mutations.saveView);
export const renameView = userAction('Rename view', viewName, mutations.renameView);
export const changeView = userAction('Change view', viewQuery, mutations.changeView);
export const setDefaultView = userAction('Choose default view', viewDefault, mutations.setDefaultView);
export const moveView = userAction('Move view', viewMove, mutations.moveView);
export const deleteView = userAction('Delete view', viewReference, mutations.deleteView, { isLong: true });
