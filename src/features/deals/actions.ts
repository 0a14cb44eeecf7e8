'use server';
import { inWords, userAction } from '@/lib/request/action';
import { presentMove } from './board/board-columns';
import {
	dealChanges,
	dealFieldChange,
	dealMove,
	dealPersonReference,
	dealPersonRole,
	dealReference,
	dealReferences,
	dealStageChange,
	dealWin,
	newDeal,
	newDealPerson,
} from './schema';
import * as fields from './server/deal-field-mutations';
import * as mutations from './server/deal-mutations';
import * as people from './server/deal-people-mutations';
import * as wins from './server/deal-win-mutations';

export const createDeal = userAction('Create deal', newDeal, mutations.createDeal);
export const updateDeal = userAction('Edit deal', dealChanges, mutations.updateDeal);
export const changeDealField = userAction('Edit deal', dealFieldChange, fields.changeDealField);
export const moveDeal = userAction('Move deal', dealMove, inWords(mutations.moveDeal, presentMove), { refresh: false });
export const changeStage = userAction('Change stage', dealStageChange, mutations.changeStage);
export const settleWin = userAction('Edit deal', dealWin, wins.settleWin);
export const deleteDeal = userAction('Delete deal', dealReference, mutations.deleteDeal, { isLong: true });
export const deleteDeals = userAction('Delete deals', dealReferences, mutations.deleteDeals, { isLong: true });
export const addDealPerson = userAction('Add contact to deal', newDealPerson, people.addDealPerson);
export const changeDealRole = userAction('Change role in deal', dealPersonRole, people.changeDealRole);
export const setMainContact = userAction('Change main contact', dealPersonReference, people.setMainContact);
export const removeDealPerson = userAction('Remove contact from deal', dealPersonReference, people.removeDealPerson, {
	isLong: true,
});
