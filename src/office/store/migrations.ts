import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from './schema.ts';

/** Numbered, never edited once released: a later version adds its own step. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-post-office': {
    async up(db) {
      const { schema } = db;
      await schema
        .createTable('office')
        .addColumn('one', 'integer', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('epoch', 'integer', (column) => column.notNull())
        .addColumn('claim_hash', 'text')
        .execute();
      await schema
        .createTable('directories')
        .addColumn('version', 'integer', (column) => column.primaryKey())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await schema
        .createTable('invitations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('expires', 'bigint', (column) => column.notNull())
        .addColumn('withdrawn_at', 'bigint')
        .addColumn('join_request', 'text')
        .execute();
      await schema
        .createTable('parcels')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('digest', 'text', (column) => column.notNull())
        .addColumn('sender_member', 'text', (column) => column.notNull())
        .addColumn('sender_key', 'text', (column) => column.notNull())
        .addColumn('consignment', 'text', (column) => column.notNull())
        .addColumn('admitted_at', 'bigint', (column) => column.notNull())
        .addColumn('committed_at', 'bigint')
        .addColumn('receipt', 'text')
        .addColumn('receipt_epoch', 'integer')
        .execute();
      await schema
        .createTable('parcel_objects')
        .addColumn('parcel', 'text', (column) => column.notNull().references('parcels.id'))
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('length', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('parcel_objects_key', ['parcel', 'hash'])
        .execute();
      await schema.createIndex('parcel_objects_hash').on('parcel_objects').column('hash').execute();
      await schema
        .createTable('mailbox')
        .addColumn('member', 'text', (column) => column.notNull())
        .addColumn('cursor', 'bigint', (column) => column.notNull())
        .addColumn('parcel', 'text', (column) => column.notNull().references('parcels.id'))
        .addPrimaryKeyConstraint('mailbox_key', ['member', 'cursor'])
        .addUniqueConstraint('mailbox_parcel', ['member', 'parcel'])
        .execute();
      await schema
        .createTable('audit')
        .addColumn('n', 'integer', (column) => column.primaryKey())
        .addColumn('entry', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      // The chain shows tampering; these stop mistakes of our own. SQLite dialect: PostgreSQL gets its own step.
      for (const act of ['update', 'delete'] as const) {
        await sql`create trigger ${sql.raw(`audit_no_${act}`)} before ${sql.raw(act)} on audit
          begin select raise(abort, 'the audit log only grows'); end`.execute(db);
      }
    },
  },
  '0002-who-brought-it': {
    async up(db) {
      await db.schema
        .alterTable('parcel_objects')
        .addColumn('brought', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      // What was committed before this was asked stays what it is; the rest is brought once more.
      await sql`update parcel_objects set brought = 1 where parcel in
        (select id from parcels where committed_at is not null)`.execute(db);
    },
  },
  '0003-erased': {
    async up(db) {
      const { schema } = db;
      await schema
        .createTable('erasures')
        .addColumn('parcel', 'text', (column) => column.notNull())
        .addColumn('member', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('erasures_key', ['parcel', 'member'])
        .execute();
      await schema
        .createTable('erased')
        .addColumn('parcel', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '0004-loose': {
    async up(db) {
      // What a mailbox has given out as cursor is never given out again, also when the parcel behind it is erased.
      await db.schema
        .createTable('cursors')
        .addColumn('member', 'text', (column) => column.primaryKey())
        .addColumn('cursor', 'bigint', (column) => column.notNull())
        .execute();
      await sql`insert into cursors (member, cursor)
        select member, max(cursor) from mailbox group by member`.execute(db);
      await db.schema
        .createTable('loose')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .execute();
    },
  },
};

/** Brings the database to this version. @throws when a step fails; the step is rolled back. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('migration failed');
}
