// The official client, unmodified, against key servers of ours. Reads one JSON value from standard input, writes one to
// standard output. The chain client below knows the registry entries of the key servers and nothing else; package
// documents and type declarations of the client are all that it was written from.
import { bcs } from '@mysten/sui/bcs';
import { Ed25519Keypair } from '@mysten/sui/keypairs/ed25519';
import { Transaction, Inputs } from '@mysten/sui/transactions';
import { DemType, SealClient, SessionKey } from '@mysten/seal';

const hex = (b) => Buffer.from(b).toString('hex');
const bytes = (s) => new Uint8Array(Buffer.from(s, 'hex'));

const input = JSON.parse(await new Response(process.stdin).text());

// Registry objects (access-control.md A.11).
const ServerType = bcs.enum('ServerType', {
  Independent: bcs.struct('Independent', { url: bcs.string() }),
  Committee: bcs.struct('Committee', {}),
});
const Payload = bcs.struct('KeyServerV2', {
  name: bcs.string(),
  keyType: bcs.u8(),
  pk: bcs.vector(bcs.u8()),
  serverType: ServerType,
});
const KeyServer = bcs.struct('KeyServer', { id: bcs.Address, firstVersion: bcs.u64(), lastVersion: bcs.u64() });
const Field = bcs.struct('Field', { id: bcs.Address, name: bcs.u64(), value: Payload });

function registry(servers) {
  const find = (id) => servers.find((s) => s.id === id) ?? fail(`no object ${id}`);
  const payload = (s) => ({
    name: s.name, keyType: 0, pk: [...bytes(s.publicKey)],
    serverType: { Independent: { url: s.url } },
  });
  const object = (id) => {
    if (id === input.package) {
      return { objectId: id, version: '1', type: 'package', owner: { $kind: 'Immutable' }, digest: '' };
    }
    const s = find(id);
    const content = KeyServer.serialize({ id, firstVersion: 1, lastVersion: 2 }).toBytes();
    return { objectId: id, version: '1', digest: '', type: 'KeyServer', owner: { $kind: 'Shared' }, content };
  };
  const core = {
    async getObject({ objectId }) { return { object: object(objectId) }; },
    async getObjects({ objectIds }) { return { objects: objectIds.map(object) }; },
    async getDynamicField({ parentId }) {
      const value = Payload.serialize(payload(find(parentId))).toBytes();
      return { dynamicField: { value: { type: 'KeyServerV2', bcs: value } } };
    },
  };
  core.mvr = {};
  return { core: strict(core, 'core') };
}

function fail(text) { throw new Error(text); }

// Whatever else the client asks the chain for is an error with a name, not undefined.
function strict(target, name) {
  return new Proxy(target, {
    get(t, k) {
      if (k in t || typeof k === 'symbol' || k === 'then') return t[k];
      throw new Error(`stub chain client: ${name}.${String(k)} is not there`);
    },
  });
}

function client(servers, verify) {
  return new SealClient({
    suiClient: registry(servers),
    serverConfigs: servers.map((s) => ({ objectId: s.id, weight: 1 })),
    verifyKeyServers: verify,
  });
}

// A transaction that asks for some inner IDs.
async function transaction(ids) {
  const tx = new Transaction();
  const list = tx.object(Inputs.SharedObjectRef({ objectId: '0x' + '77'.repeat(32), initialSharedVersion: 3, mutable: false }));
  for (const id of ids) {
    tx.moveCall({ target: `${input.package}::list::seal_approve`, arguments: [tx.pure.vector('u8', bytes(id)), list] });
  }
  return tx.build({ onlyTransactionKind: true });
}

async function session(servers) {
  const signer = Ed25519Keypair.fromSecretKey(bytes(input.userSeed));
  return SessionKey.create({
    address: signer.toSuiAddress(), packageId: input.package, ttlMin: 10, signer, suiClient: registry(servers),
  });
}

const attempt = async (f) => {
  try {
    return { value: await f() };
  } catch (e) {
    return { error: e?.constructor?.name ?? 'unknown', message: String(e?.message ?? e) };
  }
};

const out = { decrypted: [], encrypted: [] };
const servers = input.servers;
const main = client(servers, true);
const sessionKey = await session(servers);

// Objects of ours: fetched one by one, then all at once.
for (const o of input.objects) {
  out.decrypted.push(await attempt(async () => {
    const txBytes = await transaction([o.id]);
    return hex(await main.decrypt({ data: bytes(o.bytes), sessionKey, txBytes, checkShareConsistency: true }));
  }));
}
out.batch = await attempt(async () => {
  const c = client(servers, true);
  const ids = input.objects.map((o) => o.id);
  const txBytes = await transaction(ids);
  await c.fetchKeys({ ids, txBytes, sessionKey, threshold: input.threshold });
  const texts = [];
  for (const o of input.objects) texts.push(hex(await c.decrypt({ data: bytes(o.bytes), sessionKey, txBytes })));
  return texts;
});

// Objects of its own, for us to open.
for (const demType of [DemType.AesGcm256, DemType.Hmac256Ctr]) {
  out.encrypted.push(await attempt(async () => {
    const { encryptedObject, key } = await main.encrypt({
      threshold: input.threshold, packageId: input.package, id: input.encryptId, data: bytes(input.plaintext), aad: bytes(input.aad), demType,
    });
    return { object: hex(encryptedObject), key: hex(key) };
  }));
}

// What has to fail.
out.refused = await attempt(async () => {
  const txBytes = await transaction([input.refusedId]);
  await client(servers, true).fetchKeys({ ids: [input.refusedId], txBytes, sessionKey, threshold: input.threshold });
});
out.impostor = await attempt(async () => {
  const c = client(input.impostors, true);
  const txBytes = await transaction([input.objects[0].id]);
  await c.fetchKeys({ ids: [input.objects[0].id], txBytes, sessionKey, threshold: 1 });
});
out.wrongKey = await attempt(async () => {
  const c = client(input.impostors, false);
  const txBytes = await transaction([input.objects[0].id]);
  await c.fetchKeys({ ids: [input.objects[0].id], txBytes, sessionKey, threshold: input.impostors.length });
});

console.log(JSON.stringify(out));
