'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import type { TextOf } from '@/domain/shown-texts';
import { type TextBox, withBox } from '@/lib/text/rich-text';
import { type ChangeBox, useChangeBox } from './text-box-provider';

type TextCheckboxProps = TextBox & { of: TextOf | undefined; children: ReactNode };

/** A checkbox of a text with the words behind it. It is saved at once, and only where its line still reads the same. */
export function TextCheckbox({ of, children, ...given }: TextCheckboxProps) {
	const change = useChangeBox();
	const undoToast = useUndoToast();
	const router = useRouter();
	// what the server has, as far as it is known here: a list that was loaded later is not sent again
	const [saved, setSaved] = useState(given);
	const [latest, setLatest] = useState(given);
	if (latest.line !== given.line || latest.box !== given.box) {
		setLatest(given);
		setSaved(given);
	}
	const [wanted, setWanted] = useState<boolean | null>(null);
	const sending = useRef<{ wanted: boolean } | null>(null);
	const isSaved = of !== undefined && change !== null;

	async function save(checked: boolean) {
		if (!isSaved) return;
		setWanted(checked);
		// of several clicks in a row, the last one counts
		if (sending.current) {
			sending.current.wanted = checked;
			return;
		}
		sending.current = { wanted: checked };
		let { line } = saved;
		let result: Awaited<ReturnType<ChangeBox>>;
		let sent: boolean;
		do {
			sent = sending.current.wanted;
			result = await change({ ...of, box: saved.box, line, checked: sent }).catch(
				noAnswerFailure('the checkbox was saved'),
			);
			if (result.ok) line = withBox(line, sent) ?? line;
		} while (result.ok && sent !== sending.current.wanted);
		sending.current = null;
		setWanted(null);
		if (result.ok) {
			setSaved({ ...saved, line, checked: sent });
			undoToast(sent ? message`Checked “${nameOf(line)}”` : message`Unchecked “${nameOf(line)}”`, result.changeSet);
		} else {
			sayFailure(result);
			// shows what stands there now
			if (!result.signedOut) router.refresh();
		}
	}

	return (
		<label>
			<input
				type="checkbox"
				autoComplete="off"
				checked={wanted ?? saved.checked}
				disabled={!isSaved}
				aria-label={children ? undefined : 'Checkbox'}
				onChange={(event) => void save(event.target.checked)}
			/>
			{children}
		</label>
	);
}

const maxNameLength = 60;

/** What stands behind the box, without its marks. */
function nameOf(line: string): string {
	const name = line.replace(/^[^\]]*\]\s*/, '').replace(/[*_~`]/g, '') || 'Checkbox';
	return name.length > maxNameLength ? `${name.slice(0, maxNameLength).trimEnd()}…` : name;
}
