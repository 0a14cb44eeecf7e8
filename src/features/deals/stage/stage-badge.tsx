'use client';

import { Badge } from '@/components/ui/badge';
import { stageTones } from '@/components/ui/tones';
import { type DealStage, stageNames } from './stages';

/** A deal's stage in its colour. */
export function StageBadge({ stage }: { stage: DealStage }) {
	return <Badge className={`whitespace-nowrap ${stageTones[stage]}`}>{stageNames[stage]}</Badge>;
}
