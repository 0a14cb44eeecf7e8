const place = 'minicrm-reminders';

/** Whether this browser reminds at all; it does unless it was switched off here. */
export function areRemindersOn(): boolean {
	try {
		return localStorage.getItem(place) !== 'off';
	} catch {
		return true;
	}
}

/** Switches reminders on or off in this browser, in all of its tabs. */
export function switchReminders(on: boolean): void {
	try {
		localStorage.setItem(place, on ? 'on' : 'off');
	} catch {
		// where nothing can be kept, they stay on
	}
}

/** Whether the browser may show notifications; `default` if it has not been asked yet. */
export function notificationState(): NotificationPermission | 'impossible' {
	return 'Notification' in window && window.isSecureContext ? Notification.permission : 'impossible';
}
