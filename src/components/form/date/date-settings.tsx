'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { dayIn } from '@/lib/dates/dates';
import { type DateStyle, dateStyleOf } from '@/lib/dates/dates-style';

type DateFieldSettings = { style: DateStyle; timeZone: string; weekStart: number };

const SettingsContext = createContext<DateFieldSettings>({
	style: dateStyleOf('en-US'),
	timeZone: 'UTC',
	weekStart: 1,
});

/** Tells all date fields how the account writes dates. Once, around the signed-in part. */
export function DateSettingsProvider({ children, ...settings }: DateFieldSettings & { children: ReactNode }) {
	return <SettingsContext value={settings}>{children}</SettingsContext>;
}

/** How the account writes dates, and a function for its day of now. */
export function useDateSettings() {
	const settings = useContext(SettingsContext);
	return { ...settings, todayNow: () => dayIn(new Date(), settings.timeZone) };
}
