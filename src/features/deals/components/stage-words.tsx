import { said } from '@/components/form/said';
import { type DealStage, stageNames } from '../stage/stages';

const named = (stage: DealStage) => <span>{stageNames[stage]}</span>;

/** What is said of a deal that came to a stage. */
export function movedText(name: string, stage: DealStage) {
	if (stage === 'closed_won') return said`Won ${name}`;
	return stage === 'closed_lost' ? said`Lost ${name}` : said`Moved ${name} to ${named(stage)}`;
}

/** What is said of a deal that was in the stage before. */
export const whereItIs = (name: string, stage: DealStage) => said`${name} is in ${named(stage)} already.`;
