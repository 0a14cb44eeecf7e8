'use client';

import { useId } from 'react';
import { MonitorIcon, MoonIcon, SunIcon } from '@/components/ui/icons';
import type { Theme } from '@/components/ui/theme';
import { changeTheme, useTheme } from '@/components/ui/use-theme';

const themes = [
	{ value: 'light', label: 'Light', icon: SunIcon },
	{ value: 'dark', label: 'Dark', icon: MoonIcon },
	{ value: 'system', label: 'System', icon: MonitorIcon },
] as const;

/** Light, dark or as the system says, in one row. */
export function ThemeChoice({ serverTheme }: { serverTheme: Theme }) {
	const theme = useTheme(serverTheme);
	const name = useId();
	return (
		<fieldset>
			<legend className="mb-1.5 font-medium text-muted-foreground text-xs">Theme</legend>
			<div className="grid grid-cols-3 gap-1 rounded-md bg-muted p-1">
				{themes.map(({ value, label, icon: Icon }) => (
					<label key={value} className="theme-choice">
						<input
							type="radio"
							name={name}
							value={value}
							checked={theme === value}
							onChange={() => changeTheme(value)}
						/>
						<Icon />
						<span>{label}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
