import { message } from '@/components/form/message';
import { type DealStage, stageNames } from '../stage/stages';

const named = (stage: DealStage) => <span>{stageNames[stage]}</span>;

/** The message after a deal moved to a stage. */
export function movedText(name: string, stage: DealStage) {
	if (stage === 'closed_won') return message`Won ${name}`;
	return stage === 'closed_lost' ? message`Lost ${name}` : message`Moved ${name} to ${named(stage)}`;
}

/** The message if a deal is already in the stage. */
export const sameStageMessage = (name: string, stage: DealStage) => message`${name} is in ${named(stage)} already.`;
