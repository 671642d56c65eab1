import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export type Verb = { file: string; name: string }

const folder = fileURLToPath(new URL('..', import.meta.url))

/** Every source file of lib/data, without its tests. */
export const dataFiles = (): string[] =>
  fs.readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^as-viewer\.ts$/.test(name))

/**
 * Every exported function of lib/data that takes a viewer first and answers later, read from the source, so
 * that one which nobody imports yet is seen as well. Other exports are pieces without a way to the database.
 */
export function verbsOfData(): Verb[] {
  return dataFiles().flatMap((file) => {
    const source = parse(file)
    return source.statements
      .filter((statement) => isExported(statement))
      .flatMap(functionsIn)
      .filter(({ made }) => takesViewer(made, source) && answersLater(made, source))
      .map(({ name }) => ({ file: file.replace(/\.ts$/, ''), name }))
  })
}

/** Files of lib/data that reach the database by another way than asViewer. */
export function filesWithTheirOwnWay(): string[] {
  const ways = /\b(inTransaction|database|connect|closeDatabase)\b/
  return dataFiles().filter((file) =>
    parse(file).statements.some(
      (statement) =>
        ts.isImportDeclaration(statement) &&
        /db\/client'/.test(statement.moduleSpecifier.getText()) &&
        ways.test(statement.importClause?.getText() ?? ''),
    ),
  )
}

type Made = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression

const parse = (file: string) =>
  ts.createSourceFile(file, fs.readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true)

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)

function functionsIn(statement: ts.Statement): { name: string; made: Made }[] {
  if (ts.isFunctionDeclaration(statement) && statement.name) {
    return [{ name: statement.name.text, made: statement }]
  }
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? [{ name: name.getText(), made: initializer }]
      : [],
  )
}

const takesViewer = ({ parameters: [first] }: Made, source: ts.SourceFile) =>
  /Viewer\b/.test(first?.type?.getText(source) ?? '')

/** Says so in its type, or does not say: then it has to prove itself like the others. */
const answersLater = ({ type }: Made, source: ts.SourceFile) =>
  !type || /^Promise\b/.test(type.getText(source))
