'use client';

import type { RefObject } from 'react';
import { DateTimeField } from '@/components/form/date/date-time-field';
import type { PickerOption } from '@/components/form/picker/picker';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Button } from '@/components/ui/button';
import { PeopleListPicker } from '@/features/contacts/components/people-list-picker';
import { DealListPicker } from '@/features/deals/components/deal-list-picker';
import type { DealOption } from '@/features/deals/server/deal-queries';

/** What a chip changes. */
export type ChipContent =
	| { of: 'people'; chosen: PickerOption[]; onChange: (chosen: PickerOption[]) => void; companyId: string | undefined }
	| {
			of: 'deal';
			chosen: PickerOption | null;
			onChange: (deal: PickerOption | DealOption | null) => void;
			companyId: string | undefined;
	  }
	/** `initial` is YYYY-MM-DDTHH:mm, or empty for now; another turn begins with it anew. */
	| { of: 'when'; initial: string; turn: number; onNow: () => void; onDone: () => void };

export type ChipPanelProps = {
	anchor: RefObject<HTMLElement | null>;
	label: string;
	open: boolean;
	onClose: (byKey: boolean) => void;
	content: ChipContent;
};

/** The panel in which the value of a chip is changed. */
export function ChipPanel({ content, ...popover }: ChipPanelProps) {
	return (
		<AnchoredPopover {...popover} className="p-2">
			{content.of === 'people' && <PeopleListPicker {...content} />}
			{content.of === 'deal' && <DealListPicker {...content} />}
			{content.of === 'when' && (
				<div className="flex w-80 max-w-full flex-col gap-3 p-1">
					<DateTimeField key={content.turn} name="at" leaning="past" defaultValue={content.initial} />
					<div className="flex justify-between gap-2">
						<Button variant="ghost" size="sm" onClick={content.onNow}>
							Now
						</Button>
						<Button variant="secondary" size="sm" onClick={content.onDone}>
							Done
						</Button>
					</div>
				</div>
			)}
		</AnchoredPopover>
	);
}
