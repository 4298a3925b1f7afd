import os from 'node:os';

// Tests answer the same whatever the caller's shell says.
for (const name of ['IROTOOL_DB', 'NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME']) {
  delete process.env[name];
}
process.env.TZ = 'UTC';

// And whoever runs them: the record says who wrote it, and documents show that.
const who = os.userInfo();
os.userInfo = (() => ({ ...who, username: 'jo' })) as typeof os.userInfo;
