'use client';

import { useUndoToast } from '@/components/form/undo-toast';
import { useAskedValue } from '@/components/list/cell-question';
import { movedText } from '../components/stage-words';
import { LoseDealLazy } from '../form/lose-deal-lazy';
import { saySameStage } from '../stage/use-stage-change';

/** Asks why a deal is lost whose stage is set to Closed Lost in a list. `today` is the user's day, YYYY-MM-DD. */
export function LostCellQuestion({ today }: { today: string }) {
	const asked = useAskedValue();
	const undoToast = useUndoToast();
	if (!asked) return null;
	const { name, save, ...question } = asked;

	async function lose(answer: Record<string, unknown>) {
		const result = await save(answer);
		if (result.ok && result.data.is === 'saved') undoToast(movedText(name, 'closed_lost'), result.changeSet);
		if (result.ok && result.data.is === 'same') saySameStage(name, 'closed_lost');
		return result;
	}

	return <LoseDealLazy {...question} name={name} today={today} action={lose} />;
}
