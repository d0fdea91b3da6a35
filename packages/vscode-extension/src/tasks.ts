import {
  type Disposable,
  ShellExecution,
  Task,
  TaskGroup,
  type TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

const TYPE = 'siplint';

/** Lints folders by the command line, with what it finds among the problems. */
export function registerTasks(): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => lintTask(folder, {})),
    resolveTask: ({ scope, definition }) => {
      if (scope === undefined) return undefined;
      return lintTask(scope, typeof definition.path === 'string' ? { path: definition.path } : {});
    },
  });
}

function lintTask(
  scope: WorkspaceFolder | TaskScope.Global | TaskScope.Workspace,
  { path }: { readonly path?: string },
): Task {
  const definition = path === undefined ? { type: TYPE } : { type: TYPE, path };
  // `--no`: a project without siplint is told so, and nothing is downloaded.
  const lint = new ShellExecution('npx', ['--no', '--', 'siplint', '--format', 'unix', path ?? '.']);
  const task = new Task(definition, scope, `lint ${path ?? 'all SIP files'}`, TYPE, lint, '$siplint');
  task.group = TaskGroup.Test;
  return task;
}
