import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const forbidden: [file: string, line: string][] = [
	['src/app/(crm)/x/page.tsx', "import '@/lib/db/db';"],
	['src/app/(crm)/y/page.tsx', "import '@/features/companies/server/company-mutations';"],
	['src/features/companies/components/a.tsx', "import '@/lib/db/db';"],
	['src/features/companies/components/b.tsx', "import '@/features/contacts/actions';"],
	['src/features/companies/components/c.tsx', "import '@/features/contacts/components/contact-card';"],
	['src/features/search/components/a.tsx', "import '@/features/deals/board/use-board';"],
	['src/features/companies/components/d.tsx', "import '../../contacts/server/contact-queries';"],
	['src/features/companies/d.ts', "import '../contacts/schema';"],
	['src/features/companies/components/e.tsx', "import '@/app/page';"],
	['src/features/companies/e.ts', "import '@/lib/db/db';"],
	['src/features/companies/server/company-queries.ts', "import 'next/headers';"],
	['src/features/companies/server/company-mutations.ts', "import 'next/cache';"],
	['src/features/companies/server/company-sql.ts', "import '@/features/contacts/components/contact-picker';"],
	['src/components/list/a.tsx', "import '@/features/companies/server/company-queries';"],
	['src/components/list/b.tsx', "import '@/lib/db/db';"],
	['src/domain/a.ts', "import '@/features/companies/schema';"],
	['src/domain/b.ts', "import '@/components/ui/button';"],
	['src/lib/a.ts', "import '@/features/companies/server/company-queries';"],
	['src/lib/list/b.ts', "import '@/domain/links';"],
	['src/lib/list/c.ts', "import '../../domain/links';"],
	['src/lib/operations/a.ts', "import '@/lib/env';"],
	['src/lib/operations/b.ts', "import '../env.ts';"],
	['scripts/a.ts', "import '../src/lib/env.ts';"],
	['scripts/launcher/a.ts', "import '@/lib/operations/log';"],
	['scripts/launcher/b.ts', "import '../../src/features/deals/schema.ts';"],
];

const allowed: [file: string, line: string][] = [
	['src/features/contacts/server/contact-queries.ts', "import '@/lib/db/db';"],
	['src/features/contacts/server/contact-sql.ts', "import '@/features/companies/server/company-queries';"],
	['src/features/contacts/components/a.tsx', "import '@/features/companies/components/company-picker';"],
	['src/features/search/components/b.tsx', "import '@/features/deals/stage/use-stage-change';"],
	['src/features/contacts/components/b.tsx', "import '../server/contact-queries';"],
	['src/features/deals/board/a.tsx', "import '../stage/stages';"],
	['src/app/(crm)/z/page.tsx', "import '@/features/companies/server/company-queries';"],
	['src/domain/c.ts', "import '@/lib/db/db';"],
	['src/components/list/c.tsx', "import '@/domain/paths';"],
	['src/lib/operations/c.ts', "import './log.ts';"],
	['scripts/launcher/c.ts', "import '../../src/lib/operations/log.ts';"],
];

let folder: string;
let refused: string;

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-layers-'));
	for (const [file, line] of [...forbidden, ...allowed]) {
		fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		fs.writeFileSync(path.join(folder, file), `${line}\n`);
	}
	const config = JSON.parse(fs.readFileSync('biome.json', 'utf8'));
	fs.writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
	const biome = path.resolve('node_modules/.bin/biome');
	const only = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--colors=off', '.'];
	const { stdout, stderr } = spawnSync(biome, only, { cwd: folder, encoding: 'utf8' });
	refused = stdout + stderr;
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

test.each(forbidden)('%s may not say %s', (file) => expect(refused).toContain(`${file}:1:`));
test.each(allowed)('%s may say %s', (file) => expect(refused).not.toContain(`${file}:1:`));
