'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { panelRecordOf } from '@/domain/panel-record';
import { onPanelAwaited } from './open-panel';
import { PanelBox } from './panel-box';
import { usePanelRows } from './use-panel-rows';

const SidePanelCode = loadedWhenIdle(() => import('./side-panel').then(({ SidePanel }) => SidePanel), PanelBox);

/** The side panel, whose code no page needs to be shown. What is asked of it before that has come is done once it has. */
export function SidePanelLazy({ readAt }: { readAt: string }) {
	const isNamed = panelRecordOf(useSearchParams()) !== null;
	const [isAwaited, setAwaited] = useState(false);
	usePanelRows();
	useEffect(() => onPanelAwaited(setAwaited), []);
	return <SidePanelCode readAt={readAt} open={isNamed || isAwaited} />;
}
