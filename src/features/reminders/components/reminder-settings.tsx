'use client';

import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';
import { areRemindersOn, notificationState, switchReminders } from './reminder-choice';

const texts = {
	granted: 'This browser also notifies you while you’re in another tab or app.',
	denied:
		'This browser doesn’t let MiniCRM notify you outside its tab. You can allow it in the browser’s site settings.',
	default: 'Let this browser notify you while you’re in another tab or app, too.',
	impossible: 'Outside its tab, MiniCRM can notify you only at an address that begins with https.',
};

/** Whether this browser reminds of what is due at a time, and whether it does so outside MiniCRM's tab. */
export function ReminderSettings() {
	const id = useId();
	const [state, setState] = useState<{ on: boolean; outside: keyof typeof texts } | null>(null);
	// only the browser knows
	useEffect(() => setState({ on: areRemindersOn(), outside: notificationState() }), []);
	if (!state) return <div className="h-16" />;

	function switchTo(on: boolean) {
		switchReminders(on);
		setState((before) => before && { ...before, on: areRemindersOn() });
	}

	async function allow() {
		await Notification.requestPermission();
		setState({ on: areRemindersOn(), outside: notificationState() });
	}

	return (
		<div className="flex flex-col gap-4">
			<div className="flex items-start gap-2.5">
				<Checkbox id={id} checked={state.on} onCheckedChange={(checked) => switchTo(checked === true)} />
				<div className="grid gap-1">
					<Label htmlFor={id}>Remind me in this browser</Label>
					<p className="text-muted-foreground">
						At the time of a follow-up, and 10 minutes before a meeting or call that you planned, while MiniCRM is open.
					</p>
				</div>
			</div>
			{state.on && (
				<div className="flex flex-wrap items-center gap-3">
					<p role="status" className="min-w-0 flex-[1_1_16rem] text-muted-foreground">
						{texts[state.outside]}
					</p>
					{state.outside === 'default' && (
						<Button variant="outline" onClick={allow}>
							Allow notifications
						</Button>
					)}
				</div>
			)}
		</div>
	);
}
