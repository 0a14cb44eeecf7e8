'use client';

import type { RefObject } from 'react';
import { DateField } from '@/components/form/date/date-field';
import { useDateSettings } from '@/components/form/date/date-settings';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { MoneyInput } from '@/components/form/in-place/field-inputs';
import { message } from '@/components/form/message';
import { SubmitButton } from '@/components/form/submit-button';
import { useUndoToast } from '@/components/form/undo-toast';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Button } from '@/components/ui/button';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { formatAmount, formatMoney } from '@/lib/money/money';
import { settleWin } from '../actions';

type WinDealProps = {
	deal: { id: string; name: string };
	/** The deal's value as a decimal, then the code of its currency. */
	value: string;
	/** The change by which it was won, once that is saved; null if it was not. */
	moved: Promise<string | null>;
	open: boolean;
	anchor: RefObject<HTMLElement | null>;
	onClose: (byKey: boolean) => void;
};

/** Shows what a deal was won for and on which day, to be corrected. The deal is won, whether that is answered or not. */
export function WinDeal({ deal: { id, name }, value: was, moved, open, anchor, onClose }: WinDealProps) {
	const { style, todayNow } = useDateSettings();
	const undoToast = useUndoToast();
	const { amount, currency } = amountAndCurrency(was);
	const proposed = { value: formatAmount(amount, { locale: style.locale, currency }), currency, closedOn: todayNow() };

	async function save({ value, currency, closedOn }: Record<string, unknown>) {
		const isAsProposed = value === proposed.value && currency === proposed.currency && closedOn === proposed.closedOn;
		const move = isAsProposed ? null : await moved;
		if (!move) return { ok: true as const, settled: null };
		const result = await settleWin({ id, was, value, currency, closedOn });
		return result.ok ? { ok: true as const, settled: { ...result.data, changes: [move, result.changeSet] } } : result;
	}

	return (
		<AnchoredPopover anchor={anchor} label={`Value and close date of ${name}`} open={open} onClose={onClose}>
			<Form
				stays
				className="flex w-64 flex-col gap-3"
				action={save}
				onDone={({ settled }) => {
					onClose(true);
					if (!settled) return;
					const shown = formatMoney(settled.value, { locale: style.locale, currency: settled.currency });
					undoToast(message`Won ${name} for ${shown}`, settled.changes);
				}}
			>
				<Field name="value" label="Deal value" required>
					{(control) => <MoneyInput control={control} value={was} />}
				</Field>
				<DateField name="closedOn" label="Close date" required leaning="past" defaultValue={proposed.closedOn} />
				<div className="flex justify-end gap-2">
					<Button variant="ghost" size="sm" onClick={() => onClose(true)}>
						Close
					</Button>
					<SubmitButton size="sm" pendingText="Saving…">
						Save deal
					</SubmitButton>
				</div>
			</Form>
		</AnchoredPopover>
	);
}
