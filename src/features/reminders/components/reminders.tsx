'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { message } from '@/components/form/message';
import { toast } from '@/components/ui/toast';
import { readJson } from '@/lib/browser/read-json';
import { type ComingReminders, comeSince, type Reminder } from '../reminder';
import { claimReminder } from './claim';
import { showDueCount } from './due-count';
import { areRemindersOn, notificationState } from './reminder-choice';

/** How often it is read again what is to come, in milliseconds: other devices may have changed it, and the day may be over. */
const readEvery = 5 * 60_000;
/** The tab that is looked at says a reminder first; after so many milliseconds another one does. */
const turn = 1_500;

/**
 * Reminds of what is due at its time: by a quiet notice in the tab that is looked at, otherwise by the browser's own notification where
 * that is allowed, and where it is not, once a tab is looked at again. Says how much is due in the title. `mark` changes with the data.
 */
export function Reminders({ mark }: { mark: string }) {
	const router = useRouter();
	const [read, setRead] = useState<ComingReminders | null>(null);
	/** Up to when reminders have been said, in milliseconds. */
	const said = useRef(Date.now());
	const waiting = useRef<Reminder[]>([]);

	useEffect(() => {
		if (!mark) return;
		const look = () =>
			readJson<ComingReminders>('/api/reminders')
				.then(setRead)
				// the next time
				.catch(() => undefined);
		const onView = () => void (document.visibilityState === 'visible' && look());
		void look();
		const timer = setInterval(look, readEvery);
		document.addEventListener('visibilitychange', onView);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', onView);
		};
	}, [mark]);

	const due = read?.due;
	useEffect(() => (due === undefined ? undefined : showDueCount(due)), [due]);

	function notice({ key, time, title, who, path }: Reminder) {
		toast.info(message`${time} · ${title}`, {
			id: key,
			description: who,
			duration: 60_000,
			closeButton: true,
			action: { label: 'Open', onClick: () => router.push(path as Parameters<typeof router.push>[0]) },
		});
	}

	function notify(reminder: Reminder) {
		const { key, time, title, who, path } = reminder;
		try {
			const shown = new Notification(`${time} · ${title}`, { tag: key, ...(who && { body: who }), icon: '/icon.svg' });
			shown.onclick = () => {
				window.focus();
				router.push(path as Parameters<typeof router.push>[0]);
				shown.close();
			};
		} catch {
			// phones show none without an app that is installed
			waiting.current.push(reminder);
		}
	}

	async function say(reminder: Reminder) {
		if (!areRemindersOn()) return;
		if (document.visibilityState === 'visible') {
			if (await claimReminder(reminder.key)) notice(reminder);
			return;
		}
		await new Promise((resolve) => setTimeout(resolve, turn));
		if (notificationState() !== 'granted') waiting.current.push(reminder);
		else if (await claimReminder(reminder.key)) notify(reminder);
	}

	const sayDue = useEffectEvent((coming: Reminder[]) => {
		const now = Date.now();
		const come = comeSince(coming, said.current, now);
		said.current = now;
		for (const reminder of come) void say(reminder);
	});

	const sayWaiting = useEffectEvent(() => {
		if (document.visibilityState === 'visible') for (const reminder of waiting.current.splice(0)) void say(reminder);
	});

	useEffect(() => {
		const coming = read?.coming ?? [];
		let timer: ReturnType<typeof setTimeout>;
		const wait = () => {
			sayDue(coming);
			const [next] = coming.map(({ at }) => Date.parse(at)).filter((at) => at > Date.now());
			if (next !== undefined) timer = setTimeout(wait, Math.min(next - Date.now(), readEvery));
		};
		wait();
		// a timer stands still while the machine sleeps
		const onView = () => {
			sayDue(coming);
			sayWaiting();
		};
		document.addEventListener('visibilitychange', onView);
		return () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', onView);
		};
	}, [read]);

	return null;
}
