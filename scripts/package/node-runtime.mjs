// Node itself, for a folder that runs: npm's packages of it at the one version that node.json names, each held
// against the checksum there; and the signature on the one for Windows held against the root that signs it.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const known = JSON.parse(readFileSync(new URL('node.json', import.meta.url), 'utf8'));

export const NODE_VERSION = known.version;

/** The files of a system's Node: its program, and the licence that goes with it. */
export function nodeFor(system) {
  const program = system === 'win-x64' ? 'bin/node.exe' : 'bin/node';
  const folder = mkdtempSync(join(tmpdir(), 'node-'));
  try {
    const files = unpacked(system, folder, system === 'win-x64' ? [program] : [program, 'LICENSE']);
    // The package for Windows has no licence in it: it is the same for every system.
    if (system === 'win-x64') Object.assign(files, unpacked('linux-x64', folder, ['LICENSE']));
    if (system === 'win-x64') checkSignature(files[program], folder);
    return {
      program: system === 'win-x64' ? files[program] : withoutSymbols(files[program], folder),
      licence: files.LICENSE,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes a package as npm has it and gives the files that are wanted. Throws if it is not the one that is known. */
function unpacked(system, folder, wanted) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const name = `node-${system}@${known.version}`;
  const [{ filename }] = JSON.parse(
    execFileSync(npm, ['pack', '--json', '--silent', name], { cwd: folder, encoding: 'utf8' }),
  );
  const packed = join(folder, filename);
  const is = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (is !== known.packages[system]) {
    throw new Error(`${name} is not the one that scripts/package/node.json knows: it has ${is}.`);
  }
  execFileSync('tar', ['-xzf', packed, ...wanted.map((file) => `package/${file}`)], { cwd: folder });
  return Object.fromEntries(wanted.map((file) => [file, readFileSync(join(folder, 'package', file))]));
}

/** What only a debugger reads is a sixth of it. */
function withoutSymbols(program, folder) {
  const whole = join(folder, 'whole');
  const stripped = join(folder, 'stripped');
  writeFileSync(whole, program);
  execFileSync('strip', ['--strip-all', '-o', stripped, whole]);
  return readFileSync(stripped);
}

/**
 * Holds the signature against the root certificate of Microsoft's that node.json knows by its fingerprint, and the
 * signer against the name there. Whether a certificate was called back is not asked: that wants the internet.
 */
function checkSignature(program, folder) {
  const has = spawnSync('osslsigncode', ['verify', '--help'], { encoding: 'utf8' });
  if (has.error) {
    console.log(
      'The signature of node.exe was not looked at: osslsigncode is not here (its checksum is right).',
    );
    return;
  }
  const [file, signature, chain, root] = ['node.exe', 'signature', 'chain.pem', 'root.pem'].map((name) =>
    join(folder, name),
  );
  writeFileSync(file, program);
  execFileSync('osslsigncode', ['extract-signature', '-pem', '-in', file, '-out', signature], {
    stdio: 'ignore',
  });
  execFileSync('openssl', ['pkcs7', '-in', signature, '-print_certs', '-out', chain]);
  const certificates =
    readFileSync(chain, 'utf8').match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  const trusted = certificates.find((each) => fingerprint(each) === known.root);
  if (trusted === undefined) throw new Error('node.exe is not signed below the root that node.json knows.');
  writeFileSync(root, `${trusted}\n`);
  const more = `${has.stdout}${has.stderr}`.includes('-ignore-crl') ? ['-ignore-crl'] : [];
  const { status, stdout } = spawnSync(
    'osslsigncode',
    ['verify', '-in', file, '-CAfile', root, '-TSA-CAfile', root, ...more],
    { encoding: 'utf8' },
  );
  const isTheirs = new RegExp(`Subject: /[^\\n]*/O=${known.signer}/`).test(stdout);
  if (status !== 0 || !isTheirs) throw new Error(`The signature of node.exe does not hold:\n${stdout}`);
  const when =
    /(?:Timestamp|Signature verification) time: (.*)/.exec(stdout)?.[1] ?? 'at a time that is not said';
  console.log(`node.exe ${known.version} is signed by ${known.signer} (${when}).`);
}

function fingerprint(certificate) {
  const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return createHash('sha256').update(der).digest('hex').toUpperCase();
}
