-- Opens each file that LIST names, one a line, with the language server of SERVER (JSON: the command and its arguments), and
-- writes what the server published of it to OUT, a line of JSON a file.
local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit 1')
end

local published = {}
local id = vim.lsp.start_client({
  name = 'siplint',
  cmd = vim.fn.json_decode(os.getenv('SERVER')),
  root_dir = vim.fn.getcwd(),
  handlers = {
    ['textDocument/publishDiagnostics'] = function(_, result) published[result.uri] = result.diagnostics end,
  },
})
if not id then fail('the server did not start') end

local out = io.open(os.getenv('OUT'), 'w')
for file in io.lines(os.getenv('LIST')) do
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.bo.filetype = 'sip'
  vim.lsp.buf_attach_client(0, id)
  local uri = vim.uri_from_bufnr(0)
  if not vim.wait(20000, function() return published[uri] ~= nil end, 5) then fail('no diagnostics for ' .. file) end
  local diagnostics = published[uri]
  out:write(vim.fn.json_encode({ file = file, diagnostics = #diagnostics > 0 and diagnostics or vim.empty_dict() }) .. '\n')
  vim.cmd('bwipeout!')
end
out:close()
vim.cmd('qall!')
