import fs from 'node:fs';
import path from 'node:path';

/** Copies some packages of a node_modules folder, and whatever they depend on, into another one. */
export function copyModules(from: string, to: string, names: string[]): void {
	const copied = new Set<string>();
	const copy = (name: string, needed: boolean) => {
		if (copied.has(name)) return;
		const manifest = path.join(from, name, 'package.json');
		if (!fs.existsSync(manifest)) {
			if (needed) throw new Error(`${name} is not in ${from}.`);
			return;
		}
		copied.add(name);
		// its own node_modules, where npm keeps other versions, come along
		fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true, verbatimSymlinks: true });
		const {
			dependencies = {},
			peerDependencies = {},
			peerDependenciesMeta = {},
		} = JSON.parse(fs.readFileSync(manifest, 'utf8'));
		const nested = (dependency: string) => fs.existsSync(path.join(from, name, 'node_modules', dependency));
		for (const dependency of Object.keys(dependencies)) if (!nested(dependency)) copy(dependency, true);
		for (const dependency of Object.keys(peerDependencies))
			if (!peerDependenciesMeta[dependency]?.optional && !nested(dependency)) copy(dependency, false);
	};
	for (const name of names) copy(name, true);
}
