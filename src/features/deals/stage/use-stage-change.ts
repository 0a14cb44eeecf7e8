'use client';

import { noAnswerFailure } from '@/components/form/form';
import { useUndoToast } from '@/components/form/undo-toast';
import { toast } from '@/components/ui/toast';
import { changeStage } from '../actions';
import { movedText, sameStageMessage } from '../components/stage-words';
import { type DealStage, dealStages, stageNames } from './stages';

/** The six stages to choose from, in their order. */
export const stageChoices = dealStages.map((stage) => ({ stage, name: stageNames[stage] }));

/** Shows that a deal is already in the stage, with only one toast at a time. */
export function saySameStage(name: string, stage: DealStage) {
	toast.info(sameStageMessage(name, stage), { id: `${name} ${stage}` });
}

/** A function that moves a deal to a stage and shows a toast with Undo. */
export function useStageChange() {
	const undoToast = useUndoToast();
	return async (id: string, stage: DealStage, answer: Record<string, unknown> = {}) => {
		const result = await changeStage({ ...answer, id, stage }).catch(noAnswerFailure('the stage was changed'));
		if (!result.ok) return result;
		const { name, from } = result.data;
		if (from === stage) saySameStage(name, stage);
		else undoToast(movedText(name, stage), result.changeSet);
		return result;
	};
}
