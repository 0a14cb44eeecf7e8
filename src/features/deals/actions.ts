'use server';
import { inWords, userAction } from '@/lib/request/action';
import { presentMove } from './board/board-columns';
import { dealChanges, dealMetadata, dealMove, dealReference, dealReferences, dealStageChange, newDeal } from './schema';
import * as mutations from './server/deal-mutations';

export const createDeal = userAction('Create deal', newDeal, mutations.createDeal);
export const updateDeal = userAction('Edit deal', dealChanges, mutations.updateDeal);
export const editDealMetadata = userAction('Edit deal', dealMetadata, mutations.editDealMetadata);
export const moveDeal = userAction('Move deal', dealMove, inWords(mutations.moveDeal, presentMove), { refresh: false });
export const changeStage = userAction('Change stage', dealStageChange, mutations.changeStage);
export const deleteDeal = userAction('Delete deal', dealReference, mutations.deleteDeal, { isLong: true });
export const deleteDeals = userAction('Delete deals', dealReferences, mutations.deleteDeals, { isLong: true });
