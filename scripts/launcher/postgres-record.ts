import fs from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from './config.ts';
import { installedVersion, majorOf, PLATFORM_PACKAGE } from './postgres-binaries.ts';
import { replaceFile } from './private-file.ts';

/** An npm package with the programs of one version of PostgreSQL. */
export interface PostgresPackage {
	name: string;
	version: string;
	/** Its sum as package-lock.json has it, where it is known. */
	integrity?: string;
}

/** What every MiniCRM ran that kept no record yet. */
const BEFORE_RECORDS = '18.4.0-beta.17';

const recordFile = (dataFolder: string) => path.join(dataFolder, 'pg-version.json');

/** Records in the data folder which package runs its database, so that a later MiniCRM can get it once more. */
export function notePostgresPackage(dataFolder: string): void {
	const version = installedVersion();
	const noted = readRecord(dataFolder);
	if (noted?.name === PLATFORM_PACKAGE && noted.version === version) return;
	const record: PostgresPackage = { name: PLATFORM_PACKAGE, version, integrity: lockedIntegrity(version) };
	replaceFile(recordFile(dataFolder), `${JSON.stringify(record, null, '\t')}\n`);
}

/** The package that ran a database of this major version last, for the present machine; undefined where nothing tells. */
export function packageThatRan(dataFolder: string, major: string): PostgresPackage | undefined {
	const noted = readRecord(dataFolder);
	const version = [noted?.version, BEFORE_RECORDS].find((each) => each && majorOf(each) === major);
	if (!version) return undefined;
	// the sum is another one's where the folder was carried to another kind of machine
	const isSame = noted?.name === PLATFORM_PACKAGE && noted.version === version;
	return { name: PLATFORM_PACKAGE, version, integrity: isSame ? noted.integrity : undefined };
}

function readRecord(dataFolder: string): PostgresPackage | undefined {
	try {
		const record = JSON.parse(fs.readFileSync(recordFile(dataFolder), 'utf8'));
		return /^\d[\w.-]*$/.test(record?.version) ? record : undefined;
	} catch {
		return undefined;
	}
}

function lockedIntegrity(version: string): string | undefined {
	try {
		const lock = JSON.parse(fs.readFileSync(path.join(CHECKOUT, 'package-lock.json'), 'utf8'));
		const locked = lock.packages[`node_modules/${PLATFORM_PACKAGE}`];
		return locked.version === version ? locked.integrity : undefined;
	} catch {
		return undefined;
	}
}
