import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { besidePlaywrights } from './browser.ts';

test('of what Playwright has installed, the Chromium without windows of the same revision is found', () => {
	const browsers = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-browsers-'));
	onTestFinished(() => fs.rmSync(browsers, { recursive: true }));
	const program = path.join(browsers, 'chromium-1255/chrome-linux64/chrome');
	expect(besidePlaywrights(program)).toEqual([]);
	const shells = ['1250', '1255'].map((revision) =>
		path.join(browsers, `chromium_headless_shell-${revision}/chrome-headless-shell-linux64/chrome-headless-shell`),
	);
	for (const shell of shells) {
		fs.mkdirSync(path.dirname(shell), { recursive: true });
		fs.writeFileSync(shell, '');
	}
	expect(besidePlaywrights(program)).toEqual([shells[1]]);
	expect(besidePlaywrights('/usr/bin/chromium')).toEqual([]);
});
