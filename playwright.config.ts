import os from 'node:os';
import { defineConfig, devices } from '@playwright/test';

const launchOptions = {
	...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
	// Chromium's own sandbox refuses to run as root, as in most CI containers
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
};

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/support/server.ts',
	fullyParallel: true,
	// one more than there are cores: each waits for the server as often as it works
	workers: os.availableParallelism() + 1,
	forbidOnly: true,
	// one that passes at the second try only is named as flaky at the end, and is a bug
	retries: 1,
	reporter: [['list']],
	// a test takes seconds; this is for one that hangs, on a machine that is busy with something else too
	timeout: 120_000,
	expect: { timeout: 10_000 },
	// traces took a third of the time of every test: `--trace on` makes one of a test that fails
	// whatever machine it is: tests that are about another zone or language say so
	use: { trace: 'off', screenshot: 'only-on-failure', launchOptions, timezoneId: 'UTC', locale: 'en-US' },
	projects: [
		{
			name: 'desktop',
			testIgnore: /phone\.spec\.ts$/,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, launchOptions },
		},
		{
			name: 'phone',
			testMatch: /phone\.spec\.ts$/,
			use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 }, launchOptions },
		},
	],
});
