import assert from 'node:assert/strict';
import { languages, ShellExecution, tasks } from 'vscode';
import { fileUri, inEditor, until, WRONG } from '../editor.js';

describe('tasks', () => {
  inEditor();

  it('lint the folder by the command line, with what they find among the problems', async () => {
    const [task] = await tasks.fetchTasks({ type: 'siplint' });
    assert.ok(task?.execution instanceof ShellExecution);
    assert.deepEqual(task.problemMatchers, ['$siplint']);
    const ended = new Promise<number | undefined>((resolve) => {
      tasks.onDidEndTaskProcess(({ exitCode, execution }) => {
        if (execution.task.source === 'siplint') resolve(exitCode);
      });
    });
    await tasks.executeTask(task);
    assert.equal(await ended, 1);
    const [problem] = await until('the problem', () => {
      const found = languages.getDiagnostics(fileUri(WRONG)).filter(({ source }) => source === 'siplint');
      return found.length > 0 && found;
    });
    assert.equal(problem?.range.start.line, 9);
  });
});
