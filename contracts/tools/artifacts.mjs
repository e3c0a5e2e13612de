// Writes ABI and creation code of each contract from forge's output to build/, one line each, as abigen reads them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const contracts = [
  'Token', 'Certs', 'Registry', 'Epochs', 'System',
  'OwnerPolicy', 'AllowListPolicy', 'TimeLockPolicy', 'SubscriptionPolicy', 'MarketPolicy', 'NFTGatePolicy',
  'TokenGatePolicy', 'ThresholdPolicy', 'RulesPolicy', 'KeyServerRegistry', 'Probe',
];

mkdirSync(join(root, 'build'), { recursive: true });
for (const name of contracts) {
  const artifact = JSON.parse(readFileSync(join(root, 'out', `${name}.sol`, `${name}.json`), 'utf8'));
  writeFileSync(join(root, 'build', `${name}.abi`), JSON.stringify(artifact.abi) + '\n');
  writeFileSync(join(root, 'build', `${name}.bin`), artifact.bytecode.object.replace(/^0x/, '') + '\n');
}
